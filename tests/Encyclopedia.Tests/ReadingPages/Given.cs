using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

/// <summary>Entries of the tests, by what matters to them.</summary>
static class Given
{
    public static EntryContent Entry(EntryType type, string title, string summary = "Un résumé.", Phase phase = Phase.Detection, string? english = "", params (string Field, string Text)[] fields) => new()
    {
        Type = type,
        Phases = [phase],
        Texts = new()
        {
            Fr = new() { Title = title, Summary = summary, Fields = fields.ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal) },
            En = english is null ? null : new() { Title = english.Length == 0 ? title + " (en)" : english, Summary = summary + " (en)", Fields = fields.ToDictionary(f => f.Field, f => f.Text + " (en)", StringComparer.Ordinal) },
        },
        Sources = [new() { Title = "Une source", Url = "https://source.example/a", Publisher = "Éditeur", Published = "2024-06", ReadOn = new(2026, 11, 1) }],
    };

    public static Step Step(string id, string act, ProcessRole role = ProcessRole.Analyst, int? due = null, bool blocking = false, params string[] tools) =>
        new() { Id = id, Act = new() { Fr = act, En = act + " (en)" }, Expected = new() { Fr = "Fait", En = "Done" }, Role = role, DueHours = due, Blocking = blocking, Tools = tools };

    public static ReliabilityNote Note(Grade grade, string by = "Une équipe") =>
        new() { On = new(2025, 3, 4), By = by, Grade = grade, Method = new() { Fr = "Essai", En = "Trial" }, Limits = new() { Fr = "Petit", En = "Small" }, Results = new() { Fr = "Bon", En = "Good" } };

    public static Task Publish(this SiteUnderTest site, params (string Key, EntryContent Content)[] entries) => site.Write<EncyclopediaDb>(db =>
    {
        foreach (var (key, content) in entries)
        {
            Publishing.Open(key, content, new() { Comment = "Première version" }, new(2026, 11, 1), db, site.Clock.GetUtcNow());
        }
    });

    public static async Task Renew(this SiteUnderTest site, string key, EntryContent content)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.publier";
        var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
        await Publishing.Renew(db.Entries.Single(e => e.Key == key), content, new() { Comment = "Suite" }, db, site.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Guid Use(this EncyclopediaDb db, string key, UseOutcome? outcome, double hours = 2, string? note = null)
    {
        var use = new PracticeUse { Id = Guid.NewGuid(), EntryId = db.Entries.Single(e => e.Key == key).Id, Version = 1, StartedAt = SiteUnderTest.Start, EndedAt = outcome is null ? null : SiteUnderTest.Start.AddHours(hours), Outcome = outcome, PublicNote = note };
        db.Add(use);
        return use.Id;
    }
}

