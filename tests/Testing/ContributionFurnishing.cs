using Beffroi.Encyclopedia;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>Something to read on the pages where people contribute to the encyclopedia.</summary>
public static class ContributionFurnishing
{
    public const string Key = "fiche-a-relire";
    public const string FollowToken = "jeton-de-suivi-pour-les-tests-0123456789abc";

    /// <summary>An entry of two versions, a proposal that waits, a discussion and a reviewer: not saved yet. Gives the proposal.</summary>
    public static Guid Furnish(this EncyclopediaDb db, Guid author, Guid reviewer, DateTimeOffset now)
    {
        var content = Content("Garder une copie de ce que l’on voit.");
        var by = new Authorship { AuthorId = author, Comment = "Première version" };
        var entry = Publishing.Open(Key, content, by, DateOnly.FromDateTime(now.UtcDateTime), db, now.AddDays(-2));
        entry.Version = 2;
        db.Add(new EntryVersion { EntryId = entry.Id, Number = 2, At = now.AddDays(-1), AuthorId = author, Comment = "Plus précis", Content = EntryJson.Write(Content("Garder une copie datée de ce que l’on voit.")) });
        var proposal = Guid.CreateVersion7(now);
        var discussion = Guid.CreateVersion7(now);
        db.AddRange(
            new Proposal
            {
                Id = proposal, EntryId = entry.Id, Key = Key, BaseVersion = 1, At = now, AuthorId = null, AuthorName = "Une bibliothèque", Language = Lang.French, Comment = "Un mot plus juste",
                Content = EntryJson.Write(Content("Garder deux copies de ce que l’on voit, avec Jeanne Martin.")), FollowHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(FollowToken))),
            },
            new Appointment { Id = Guid.CreateVersion7(now), AccountId = reviewer, GivenBy = author, GivenAt = now },
            new Discussion { Id = discussion, EntryId = entry.Id, Language = Lang.French, Passage = "Garder une copie", Field = "what", Version = 1, At = now },
            new Remark { Id = Guid.CreateVersion7(now), DiscussionId = discussion, At = now, AuthorId = author, Text = "Où la garder ?" });
        return proposal;
    }

    static EntryContent Content(string what) => new()
    {
        Type = EntryType.Practice,
        Phases = [Phase.Detection],
        Criteria = [new() { Criterion = Criterion.Massive, Why = new() { Fr = "La copie montre combien de comptes relayaient.", En = "The copy shows how many accounts relayed." } }],
        Texts = new()
        {
            Fr = new() { Title = "Fiche à relire", Summary = "Un exemple pour les essais.", Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what, ["whatFor"] = "Pouvoir le montrer.", ["how"] = "Avec un outil." } },
            En = new() { Title = "Entry to review", Summary = "An example for tests.", Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = "Keep a copy of what is seen.", ["whatFor"] = "To show it.", ["how"] = "With a tool." } },
        },
        Sources = [new() { Title = "Un guide", Url = "https://guide.example/" }],
        Steps = [new() { Id = "copy", Act = new() { Fr = "Copier", En = "Copy" }, Expected = new() { Fr = "Une copie", En = "A copy" }, Role = ProcessRole.Analyst }],
    };
}
