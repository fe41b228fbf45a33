/** The name that the class had when the vendor's tests were written. */
export { ObjectId as ObjectID } from '../../node_modules/bson'
