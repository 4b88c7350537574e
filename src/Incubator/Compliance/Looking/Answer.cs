namespace Beffroi.Incubator.Compliance;

/// <summary>What the site answered to one question.</summary>
public sealed record Answer
{
    public required string Path { get; init; }
    public required int Status { get; init; }

    /// <summary>By lower-case name; several values of a name are apart by a line end.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>As it travelled.</summary>
    public required int Weight { get; init; }

    public required string Body { get; init; }

    public bool IsThere => Status == 200;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>« /stats : 200 ».</summary>
    public string Said => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}\u00A0: {Status}");

    public IReadOnlyList<string> Cookies => Header("set-cookie")?.Split('\n') ?? [];

    /// <summary>What is read between the tags, in one line.</summary>
    public string Text => Markup.Text(Body);

    public IReadOnlyList<Tag> Tags(string name) => Markup.Tags(Body, name);

    /// <summary>Inside the first element of that name; empty where there is none.</summary>
    public string Inside(string name) => Markup.Inside(Body, name);
}
