namespace Beffroi.Detection;

/// <summary>What a score rests on.</summary>
[Flags]
public enum ScoreTiers
{
    /// <summary>Nothing: no tier of the model had its inputs.</summary>
    None = 0,

    /// <summary>The profile: counts, ratios, flags, name.</summary>
    Profile = 1,

    /// <summary>The posts: when, what kind, how written.</summary>
    Timeline = 2,
}
