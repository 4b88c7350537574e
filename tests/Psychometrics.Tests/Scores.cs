using CsCheck;

namespace Beffroi.Psychometrics.Tests;

/// <summary>Tables of scores for the properties and the simulations.</summary>
static class Scores
{
    /// <summary>Small tables of any kind: constant items, nobody, missing answers.</summary>
    public static readonly Gen<ResponseMatrix> Any = Table(0, 12, 1, 5, Gen.Int[-1, 3]);

    /// <summary>Tables in which everybody answered every item.</summary>
    public static readonly Gen<ResponseMatrix> Complete = Table(5, 40, 3, 7, Gen.Int[0, 4]);

    /// <summary>The same, right or wrong.</summary>
    public static readonly Gen<ResponseMatrix> RightOrWrong = Table(10, 60, 2, 6, Gen.Int[0, 1]);

    public static ResponseMatrix Of(params sbyte[][] rows) => new([.. rows[0].Select((_, i) => $"I{i + 1}")], rows.SelectMany(row => row).ToArray());

    public static sbyte[][] Rows(ResponseMatrix responses) => [.. Enumerable.Range(0, responses.Persons).Select(p => responses.Row(p).ToArray())];

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static Gen<ResponseMatrix> Table(int fewest, int most, int fewestItems, int mostItems, Gen<int> score) =>
        from items in Gen.Int[fewestItems, mostItems]
        from rows in score.Select(s => (sbyte)s).Array[items].Array[fewest, most]
        select new ResponseMatrix([.. Enumerable.Range(1, items).Select(i => $"I{i}")], rows.SelectMany(row => row).ToArray());
}
