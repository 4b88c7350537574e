namespace Beffroi.Crowdsourcing;

/// <summary>Why nothing can be read from a file.</summary>
public enum VoteFileFault
{
    /// <summary>The header names some columns but not all that are needed.</summary>
    MissingColumn,

    /// <summary>More labels than <see cref="VoteTable.MaxClasses"/>.</summary>
    TooManyLabels,

    /// <summary>More items, people and labels together than <see cref="VoteTable.MaxCells"/>.</summary>
    TooLarge,
}
