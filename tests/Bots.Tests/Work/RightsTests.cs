using System.Net;
using System.Text.Json;
using Beffroi.Cli.World;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Work;

/// <summary>Who opens what among the pages of work and review: every door, every act, every kind of person.</summary>
public sealed class RightsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // In the order of the letters: a stranger, one who is not accepted, one signed in without a seat, one of another organisation (its referent), one of this organisation, its referent.
    static readonly string?[] People = [null, Crew.Pending, ChatWorld.Rose, ChatWorld.Paul, ChatWorld.Nadia, ChatWorld.Camille];

    // o: opens; x: 403; n: 404; s: the sign-in page; m: what the detector is.
    public static readonly TheoryData<string, string, string> Doors = new()
    {
        { "/robots", "/en/bots", "sxmooo" },
        { "/robots/methode", "/en/bots/method", "oooooo" },
        { "/robots/contester", "/en/bots/contest", "oooooo" },
        { "/robots/cadres", "/en/bots/mandates", "sxxooo" },
        { $"/robots/cadres/{WorldBots.Mandate}", $"/en/bots/mandates/{WorldBots.Mandate}", "sxxnoo" },
        { "/robots/veilles", "/en/bots/watches", "sxxooo" },
        { $"/robots/veilles/{WorldBots.Watch}", $"/en/bots/watches/{WorldBots.Watch}", "sxxnoo" },
        { "/robots/sources", "/en/bots/sources", "sxxooo" },
        { $"/robots/sources/{WorldBots.Jetstream}", $"/en/bots/sources/{WorldBots.Jetstream}", "sxxnoo" },
        { "/robots/relecture", "/en/bots/review", "sxxooo" },
        { $"/robots/relecture/{WorldBots.Account(WorldBots.Contested)}", $"/en/bots/review/{WorldBots.Account(WorldBots.Contested)}", "sxxnoo" },
        { "/robots/relecture/corpus.csv", "/en/bots/review/dataset.csv", "sxxoxo" },
        { "/robots/relecture/corpus.jsonl", "/en/bots/review/dataset.jsonl", "sxxoxo" },
        { "/robots/contestations", "/en/bots/contests", "sxxooo" },
        { "/robots/cles", "/en/bots/keys", "sxxooo" },
        { "/robots/demander", "/en/bots/ask", "sxxooo" },
        { $"/robots/demander/{WorldBots.Batch}", $"/en/bots/ask/{WorldBots.Batch}", "sxxnoo" },
        { $"/robots/demander/{WorldBots.Batch}/reponses.jsonl", $"/en/bots/ask/{WorldBots.Batch}/answers.jsonl", "sxxnoo" },
    };

    /// <summary>All of them about things of the ministry.</summary>
    public static readonly TheoryData<string, string> Acts = new()
    {
        { "/robots/cadres", "sxx" },
        { $"/robots/cadres/{WorldBots.Mandate}/fin", "sxxn" },
        { "/robots/veilles", "sxx" },
        { $"/robots/veilles/{WorldBots.Watch}/termes", "sxxn" },
        { $"/robots/veilles/{WorldBots.Watch}/sources", "sxxn" },
        { $"/robots/veilles/{WorldBots.Watch}/fermer", "sxxn" },
        { $"/robots/sources/{WorldBots.Jetstream}/demarrer", "sxxn" },
        { $"/robots/sources/{WorldBots.Jetstream}/arreter", "sxxn" },
        { $"/robots/sources/{WorldBots.Jetstream}/budget", "sxxn" },
        { $"/robots/sources/{WorldBots.Upload}/fichier", "sxxn" },
        { $"/robots/relecture/{WorldBots.Account(WorldBots.Contested)}", "sxxn" },
        { $"/robots/contestations/{WorldBots.Contest}", "sxxn" },
        { "/robots/cles", "sxx" },
        { $"/robots/cles/{WorldBots.Key}", "sxxn" },
        { "/robots/demander", "sxx" },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Each_door_opens_to_those_of_the_table_in_both_languages(string french, string english, string rights)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        foreach (var (person, right) in People.Zip(rights))
        {
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            foreach (var door in new[] { french, english })
            {
                await visitor.Open(door);
                Assert.True(Found(visitor, door) == right, $"{person ?? "a stranger"} at {door}: {(int)visitor.Status} {visitor.Address}");
            }
        }
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task Whoever_may_not_do_an_act_changes_nothing_whatever_they_send(string act, string rights)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var before = Everything(site);
        foreach (var (person, right) in People.Zip(rights))
        {
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            foreach (var sent in new (string, string)[][] { Sent, [] })
            {
                await visitor.Open(person is null ? "/connexion" : "/compte");
                await visitor.Post(act, sent);
                Assert.True(Found(visitor) == right, $"{person ?? "a stranger"} does {act}: {(int)visitor.Status} {visitor.Address}");
            }
        }

        Assert.Equal(before, Everything(site));
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var before = Everything(site);
        var camille = await site.SignIn(ChatWorld.Camille);
        foreach (var act in Acts)
        {
            var answer = await camille.Http.PostAsync(new Uri(act.Data.Item1, UriKind.Relative), new FormUrlEncodedContent(Sent.Select(s => KeyValuePair.Create(s.Item1, s.Item2))), Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{act.Data.Item1}: {answer.StatusCode}");
        }

        Assert.Equal(before, Everything(site));
    }

    [Fact]
    public async Task The_morning_page_tells_what_is_theirs_and_nothing_of_others()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var (nadia, paul, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul), await site.SignIn(ChatWorld.Samira));
        await nadia.Open("/robots");
        Assert.Contains("1 alerte ouverte", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("Mastodon, instance de la rade", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("24 comptes qui publient ensemble", nadia.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Étude des fausses fermetures", nadia.Text, StringComparison.Ordinal);
        await paul.Open("/en/bots");
        Assert.Contains("0 open alerts", paul.Text, StringComparison.Ordinal);
        Assert.Contains("Étude des fausses fermetures", paul.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mastodon", paul.Text, StringComparison.Ordinal);
        await samira.Open("/robots");
        Assert.Contains("Aucun cadre n’est en vigueur", samira.Text, StringComparison.Ordinal);
    }

    static (string, string)[] Sent =>
    [
        ("Title", "Un titre"), ("Name", "Un nom"), ("Mandate", WorldBots.Mandate.ToString()), ("Kind", "Hashtag"), ("Value", "#unautremot"), ("SourceKind", "Jetstream"), ("SourceName", "Une source"), ("Budget", "12"), ("budget", "12"),
        ("Label", "Human"), ("Why", "Une raison assez longue."), ($"State-{WorldBots.Contest:N}", "Upheld"), ($"Answer-{WorldBots.Contest:N}", "Une réponse assez longue pour être lue."), ("DailyAccounts", "10"), ("ExpiresOn", "2027-01-01"), ("Names", "@quelquun"),
    ];

    static char Found(Visitor visitor, string door = "") => visitor.Status switch
    {
        HttpStatusCode.OK => visitor.Address.StartsWith("/connexion", StringComparison.Ordinal) ? 's' : visitor.Address is "/robots/methode" or "/en/bots/method" && door != visitor.Address ? 'm' : 'o',
        HttpStatusCode.Forbidden => 'x',
        HttpStatusCode.NotFound => 'n',
        _ => '?',
    };

    static string Everything(SiteUnderTest site) => site.ReadBots(db => JsonSerializer.Serialize(new object[]
    {
        db.Mandates.AsNoTracking().OrderBy(m => m.Id).ToList(), db.Watches.AsNoTracking().OrderBy(w => w.Id).ToList(), db.Terms.AsNoTracking().OrderBy(t => t.Id).ToList(), db.Sources.AsNoTracking().OrderBy(s => s.Id).ToList(),
        db.Reviews.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Contests.AsNoTracking().OrderBy(c => c.Id).ToList(), db.Keys.AsNoTracking().OrderBy(k => k.Id).ToList(), db.Batches.Count(), db.Reuses.Sum(r => r.Accounts), db.Uploads.Count(), db.Audit.Count(),
    }));
}
