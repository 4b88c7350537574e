namespace Beffroi.Detection;

/// <summary>What a score says of an account. A reason to look, never a proof.</summary>
public enum AutomationClass
{
    /// <summary>It looks like accounts of people.</summary>
    Human,

    /// <summary>It looks like accounts run by programs.</summary>
    Bot,

    /// <summary>The score does not tell: <see cref="AutomationScore.Doubt"/> says why.</summary>
    Undetermined,
}
