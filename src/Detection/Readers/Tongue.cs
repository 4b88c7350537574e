namespace Beffroi.Detection;

/// <summary>The language of a sentence for a person.</summary>
public enum Tongue
{
    /// <summary>French.</summary>
    French,

    /// <summary>English.</summary>
    English,
}
