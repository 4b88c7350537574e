namespace Beffroi.Ads.Law;

/// <summary>Three values, after Kleene: what is not known stays so until it no longer matters. Knowing more never turns a yes into a no.</summary>
enum Truth { No, Unknown, Yes }

static class Truths
{
    public static Truth Of(Fact<bool> fact) => fact.IsKnown ? Of(fact.Value) : Truth.Unknown;

    public static Truth Of(bool value) => value ? Truth.Yes : Truth.No;

    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(this Truth a) => Truth.Yes - (int)a;

    /// <summary>What all agree on.</summary>
    public static Truth Agreed(this IEnumerable<Truth> all)
    {
        Truth? said = null;
        foreach (var one in all)
        {
            if (said is { } before && before != one)
            {
                return Truth.Unknown;
            }
            said = one;
        }
        return said ?? Truth.No;
    }
}
