namespace Beffroi.Bots.Scoring;

/// <summary>What the operator may say of scores.</summary>
public sealed record ScoringSettings
{
    /// <summary>Share of programs assumed among the accounts looked at (<c>Bots:Prior</c>), between 0 and 1, both excluded; a tenth where nothing is known, as in the command.</summary>
    public double Prior { get; init; } = 0.1;

    /// <exception cref="InvalidOperationException">The share is out of bounds: the site does not start.</exception>
    public ScoringSettings Checked() => Prior is > 0 and < 1 ? this : throw new InvalidOperationException("Bots:Prior is a share between 0 and 1, both excluded.");
}
