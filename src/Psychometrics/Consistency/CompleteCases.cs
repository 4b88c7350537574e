namespace Beffroi.Psychometrics;

/// <summary>The people who answered every item.</summary>
static class CompleteCases
{
    /// <summary>Rows of the matrix without any missing score, increasing.</summary>
    public static int[] Of(ResponseMatrix responses) =>
        [.. Enumerable.Range(0, responses.Persons).Where(person => !responses.Row(person).Contains(ResponseMatrix.Missing))];
}
