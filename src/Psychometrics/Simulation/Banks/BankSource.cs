namespace Beffroi.Psychometrics;

/// <summary>Where the items of a simulation come from.</summary>
public abstract record BankSource
{
    private protected BankSource()
    {
    }

    /// <summary>A bank drawn from the source.</summary>
    /// <param name="seed">The same seed gives the same bank.</param>
    public ItemBank Draw(ulong seed) => Draw(RandomStream.Of(seed));

    internal abstract ItemBank Draw(SplitMix64 chance);

    private protected static string Id(int item) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"item-{item + 1:0000}");

    /// <summary>Items in turn to areas that all have as many; null when there is none.</summary>
    private protected static string? Area(int item, int areas) =>
        areas == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"area-{(item % areas) + 1:000}");
}
