/// The auction: rows bid for the few columns that matter to them. Requires `dual`.
package org.meanfield.transport.auction;
