namespace Beffroi.Eva.Contracts;

/// <summary>Contrôle: what comes along the belt, in its order. Which biscuits are good is known to the server alone; the trials say it, to teach.</summary>
public sealed record BiscuitBelt
{
    /// <summary>The look of the biscuit to compare with: see <c>Pictures/Controle/BiscuitLook</c>.</summary>
    public required int Model { get; init; }

    public required IReadOnlyList<BeltTrial> Trials { get; init; }

    public required IReadOnlyList<BeltPiece> Pieces { get; init; }

    /// <summary>The pace chosen last, for somebody who comes back: a name of <see cref="PaceNames"/>.</summary>
    public string Pace { get; init; } = PaceNames.Standard;
}

/// <summary>One biscuit as it is seen.</summary>
/// <param name="Id">Its rank on the belt, and nothing else.</param>
/// <param name="Look">A number of the drawings. Several numbers draw the same biscuit.</param>
/// <param name="Turn">Degrees: biscuits do not lie straight on a belt.</param>
public sealed record BeltPiece(string Id, int Look, int Turn);

/// <summary>A biscuit to try on, with what is said afterwards.</summary>
public sealed record BeltTrial
{
    public required BeltPiece Piece { get; init; }

    /// <summary>A name of <see cref="BinNames"/>.</summary>
    public required string Bin { get; init; }

    public required string WhenRight { get; init; }

    /// <summary>What to look at, said kindly.</summary>
    public required string WhenOther { get; init; }
}

/// <summary>The two ways that a biscuit can be sent.</summary>
public static class BinNames
{
    public const string Good = "bon";
    public const string Redo = "a_refaire";
}

/// <summary>Paces of the belt, in percent of the usual one; or moved by the person.</summary>
public static class PaceNames
{
    public const string Standard = "100";
    public const string Slower = "150";
    public const string Slowest = "200";

    /// <summary>The belt waits for the person.</summary>
    public const string Self = "libre";

    /// <summary>The same, and words say what each biscuit looks like.</summary>
    public const string SelfDescribed = "libre_decrit";

    public static readonly IReadOnlyList<string> All = [Standard, Slower, Slowest, Self, SelfDescribed];
}
