/** What is told on paper and in tables: reports as PDF and CSV. The only home of PDFBox. */
package io.gatehouse.report;
