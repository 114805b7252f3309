/// One contract class per service interface: extend it, name your provider, and it is tested.
///
/// Contracts measure what a provider claims (its traits) and hold it to what every service must do:
/// be shareable between threads, give the same bits each time, tell failure as a value. Each
/// contract is itself shown to catch a provider that lies.
package org.meanfield.testkit;
