using Beffroi.Chat.Rules.Scale;

namespace Beffroi.Chat.Answering;

/// <summary>The articles that numbers of shares are compared with: the operator's file (section <c>Chat:Scale</c>), else the invented example, which says so.</summary>
public sealed record ScaleSettings
{
    /// <summary>Path of a CSV file (docs/chat.md, Commandes).</summary>
    public string? File { get; init; }
}

public sealed class ScaleShelf
{
    readonly MediaScale _scale = new([]);

    public ScaleShelf(ScaleSettings settings)
    {
        if (settings.File is null)
        {
            (_scale, Notice) = (new(ScaleExample.Articles()), ScaleExample.Notice);
            return;
        }

        try
        {
            var reading = ScaleFile.Read(File.ReadAllText(settings.File));
            (_scale, Broken) = (new(reading.Articles), reading.Wrong is [var wrong, ..] ? wrong : null);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            Broken = new("Le fichier ne se lit pas.", "The file cannot be read.");
        }
    }

    /// <summary>What is wrong with the operator's file; null when nothing is. A scale that measures nothing is worse than none.</summary>
    public Words? Broken { get; }

    /// <summary>What to say beside the figures; null where they are real.</summary>
    public Words? Notice { get; }

    public IEnumerable<string> Regions => _scale.Regions;

    public ScaleAnswer Around(ScaleQuestion question) => _scale.Around(question);

    public ScaleAnswer Around(string? region, string? shares) => _scale.Around(region, shares);
}
