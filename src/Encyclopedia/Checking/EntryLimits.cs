using System.Text.RegularExpressions;

namespace Beffroi.Encyclopedia.Checking;

/// <summary>How long and how many, at most: in characters where nothing else is said.</summary>
public static partial class EntryLimits
{
    public const int Title = 200;
    public const int Summary = 1000;
    public const int Field = 50_000;
    public const int Synonym = 100;
    public const int Synonyms = 30;
    public const int Wording = 2000;
    public const int Name = 300;
    public const int Sources = 100;
    public const int Ties = 300;
    public const int Notes = 50;
    public const int Steps = 50;
    public const int ToolsOfAStep = 10;
    public const int StepId = 40;

    /// <summary>A year.</summary>
    public const int DueHours = 8784;

    /// <summary>All texts of an entry, in both languages.</summary>
    public const int Whole = 300_000;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Key();

    [GeneratedRegex(@"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Published();
}
