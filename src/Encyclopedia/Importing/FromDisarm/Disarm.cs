namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>What the objects of the DISARM framework become here (docs/adr/0016).</summary>
static class Disarm
{
    public const string Name = "DISARM";

    /// <summary>The licence file and the marking of the bundle say BY-SA; the read-me says BY: the stricter one holds.</summary>
    public const string Licence = "CC-BY-SA-4.0";

    public const string Comment = "Importé de DISARM";

    /// <summary>The blue side of the framework lists what was thought of, not what is advised.</summary>
    public const string Warning =
        "Listed in the DISARM blue framework, which gathers every countermeasure that was thought of, harmful ones included. "
        + "Being listed is no advice: weigh its legality, its ethics and its side effects first. Deceiving, harassing or spreading false content is no option for a public service.";

    // Whoever describes an operation needs the words of the framework from the second look on.
    public static readonly IReadOnlyList<Phase> Words = [Phase.Qualification, Phase.Attribution, Phase.Research];

    public static string Key(string id) => ImportedText.Key("disarm-", id);

    public static Origin Origin(string id, string? url) => new() { Name = Name, Licence = Licence, Url = url, Id = id };

    // Brought on a day is not reviewed on that day: nobody here has looked at it. Its bundle has the addresses, its sheets have the links to incidents: neither takes away what the other brought.
    public static IncomingEntry Entry(string id, EntryContent content) => IncomingEntry.State(Key(id), Beffroi.Encyclopedia.Entry.NotReviewed, content, Name, Comment) with { IsPartial = true };
}
