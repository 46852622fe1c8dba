/**
 * What a stay costs. A tariff prices one kind of vehicle; a version prices all kinds from one
 * moment on; the book keeps every version. {@link io.gatehouse.parking.tariff.FeeRule} is the only
 * place where a fee is computed: docs/decisions/0008-fees.md says by which rules.
 */
package io.gatehouse.parking.tariff;
