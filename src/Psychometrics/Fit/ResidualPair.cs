namespace Beffroi.Psychometrics;

/// <summary>What two items share beyond the ability.</summary>
/// <param name="First">Column of one item, from 0.</param>
/// <param name="Second">Column of the other, a greater one.</param>
/// <param name="Correlation">Q3: correlation of the residuals, from -1 to 1 (Yen, 1984, Applied Psychological Measurement 8, 125-145, eq. 8).</param>
/// <param name="Relative">Q3 less the mean Q3 of all pairs, which is about -1/(n - 1) when the model holds
/// (Christensen, Makransky &amp; Horton, 2017, Applied Psychological Measurement 41, 178-194).</param>
/// <param name="Persons">People who answered both and have an ability.</param>
public sealed record ResidualPair(int First, int Second, double Correlation, double Relative, int Persons);
