using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Study.Drawing;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>A plot and the name of its file.</summary>
sealed record StudyImage(string File, Plot Plot)
{
    /// <summary>The image in the text, with its alternative.</summary>
    public string Markdown => $"![{Plot.Description}](images/{File})";
}

/// <summary>What a part of the study gives.</summary>
sealed record StudyPage(string Markdown, ImmutableArray<StudyImage> Images);

/// <summary>One part of the study.</summary>
abstract class StudyPart
{
    /// <summary>Simulations it runs, for the progress.</summary>
    public abstract int Steps { get; }

    public abstract StudyPage Write(StudyRunner runner);
}
