namespace Beffroi.Detection;

/// <summary>What people said of an account of a labelled set.</summary>
public enum AccountLabel
{
    /// <summary>Run by a person.</summary>
    Human,

    /// <summary>Run by a program.</summary>
    Bot,
}
