using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Importing.Writing;

/// <summary>The rows that an import will add.</summary>
sealed class Shipment
{
    public List<Entry> Entries { get; } = [];
    public List<EntryVersion> Versions { get; } = [];
    public List<VersionWithheld> Withheld { get; } = [];
    public List<EntryWords> Words { get; } = [];
    public List<EntryLink> Links { get; } = [];
    public List<EntryUrl> Urls { get; } = [];

    /// <summary>Entries whose words, links and addresses are to be taken away first.</summary>
    public List<Guid> Renewed { get; } = [];

    public void Open(IncomingEntry incoming, DateTimeOffset now)
    {
        var entry = new Entry { Id = Guid.CreateVersion7(now), Key = incoming.Key, CreatedAt = incoming.Versions[0].At ?? now, ReviewedOn = incoming.ReviewedOn };
        Entries.Add(entry);
        Fill(entry, incoming, now);
    }

    public void Renew(Entry entry, IncomingEntry incoming, DateTimeOffset now)
    {
        Renewed.Add(entry.Id);
        Fill(entry, incoming, now);
    }

    void Fill(Entry entry, IncomingEntry incoming, DateTimeOffset now)
    {
        foreach (var version in incoming.IsState ? incoming.Versions : incoming.Versions.Skip(entry.Version))
        {
            entry.Version++;
            Versions.Add(new()
            {
                EntryId = entry.Id,
                Number = entry.Version,
                At = version.At is { } at ? Days.Kept(at) : Days.Kept(now),
                AuthorId = null,
                AuthorName = version.AuthorName,
                Comment = version.Comment,
                Content = version.Json,
            });
            if (version.Withheld is { } withheld)
            {
                Withheld.Add(new() { EntryId = entry.Id, Number = entry.Version, At = Days.Kept(withheld.At), By = null, Reason = withheld.Reason });
            }
        }

        var content = incoming.Last;
        Publishing.Describe(entry, content, Versions[^1].At);
        Words.AddRange(Langs.All.Where(l => content.Texts[l] is not null).Select(l => Projection.Words(entry.Id, content, l)));
        Links.AddRange(Projection.Links(entry.Id, content));
        Urls.AddRange(Projection.Urls(entry.Id, content));
    }
}
