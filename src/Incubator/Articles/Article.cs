namespace Beffroi.Incubator.Articles;

/// <summary>One of the eight articles that all conventions of the template have.</summary>
public sealed record Article(int Number, string Title, IReadOnlyList<Obligation> Obligations);

/// <summary>What an article asks, what this convention says of it, and where it stands.</summary>
public sealed record Obligation(string What, string Says, string Stands, Standing Standing);

public enum Standing
{
    Done,
    Ahead,
    Late,

    /// <summary>The convention does not ask it.</summary>
    NotAsked,

    /// <summary>Nothing here tells.</summary>
    Unknown,
}

public static class StandingWords
{
    public static string Label(this Standing standing) => standing switch
    {
        Standing.Done => "Tenu",
        Standing.Ahead => "À venir",
        Standing.Late => "En retard",
        Standing.NotAsked => "Non demandé",
        Standing.Unknown => "Non renseigné",
    };
}
