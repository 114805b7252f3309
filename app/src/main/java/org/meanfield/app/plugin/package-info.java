/// The command that lists what there is to choose from.
package org.meanfield.app.plugin;
