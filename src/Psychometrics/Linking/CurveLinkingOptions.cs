namespace Beffroi.Psychometrics;

/// <summary>How the methods of Haebara and of Stocking &amp; Lord compare curves.</summary>
public sealed record CurveLinkingOptions
{
    /// <summary>Abilities at which curves are compared, and the weight of each (they sum to 1): normal, on whichever scale the comparison takes place.
    /// Default N(0, 1) on 121 points of ±6.</summary>
    public Quadrature Abilities
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = Quadrature.Normal();

    /// <summary>False (default): curves are compared on the second scale only (Stocking &amp; Lord, 1983). True: on each of the two scales, and both criteria are
    /// added (Haebara, 1980), so that swapping the two forms gives exactly the inverse link.</summary>
    public bool Symmetric { get; init; }
}
