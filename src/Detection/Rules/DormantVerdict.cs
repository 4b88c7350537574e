namespace Beffroi.Detection;

/// <summary>What <see cref="DormantRule"/> says of an account.</summary>
public enum DormantVerdict
{
    /// <summary>Some condition fails.</summary>
    NotDormant,

    /// <summary>Every condition holds.</summary>
    Dormant,

    /// <summary>No condition is known to fail, and one at least is not known.</summary>
    Undecided,
}
