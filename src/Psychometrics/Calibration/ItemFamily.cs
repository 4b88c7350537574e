namespace Beffroi.Psychometrics;

/// <summary>Which curves an item may have when it is calibrated.</summary>
public enum ItemFamily
{
    /// <summary>Right or wrong, discrimination 1 (Rasch, 1960).</summary>
    Rasch,

    /// <summary>Right or wrong, one discrimination shared by all such items.</summary>
    OneParameter,

    /// <summary>Right or wrong, a discrimination of its own (Birnbaum, 1968).</summary>
    TwoParameter,

    /// <summary>The same with a lower asymptote, estimated or fixed (Birnbaum, 1968).</summary>
    ThreeParameter,

    /// <summary>Ordered scores, cumulative curves (Samejima, 1969).</summary>
    GradedResponse,

    /// <summary>Ordered scores, adjacent odds, discrimination 1 (Masters, 1982).</summary>
    PartialCredit,

    /// <summary>Ordered scores, adjacent odds, a discrimination of its own (Muraki, 1992).</summary>
    GeneralisedPartialCredit,
}
