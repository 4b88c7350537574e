using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Narratives;

/// <summary>A watch of an organisation, with what it collected: through the log, as sources do.</summary>
sealed class Planted
{
    public static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    public required SiteUnderTest Site { get; init; }
    public required Guid Watch { get; init; }
    public required Guid Source { get; init; }

    public static async Task<Planted> In(SiteUnderTest site, WorldOrganisationName organisation, string name = "Veille du port")
    {
        var (mandate, watch, source, now) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), SiteUnderTest.Start);
        await site.Write<BotsDb>(db => db.AddRange(
            new Mandate
            {
                Id = mandate, OrganisationId = organisation.Id, Title = "Ports", Controller = "Essai", Purpose = "Essai", Basis = LegalBasis.PublicInterestTask, BasisDetail = "Essai", Hypothesis = "Essai", Countries = "",
                ExpiresOn = new(2027, 6, 1), UnmatchedDays = 30, KeepDays = 365, RecordedAt = now, RecordedBy = Guid.Empty,
            },
            new Watch { Id = watch, MandateId = mandate, OrganisationId = organisation.Id, Name = name, CreatedAt = now, CreatedBy = Guid.Empty },
            new Source { Id = source, WatchId = watch, Kind = SourceKind.Upload, Name = "Fichier", Settings = "{}", CreatedAt = now, CreatedBy = Guid.Empty }));
        return new() { Site = site, Watch = watch, Source = source };
    }

    public async Task Add(params IReadOnlyList<IncomingPost> posts)
    {
        await using var scope = Site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<PostLog>().Append(Source, posts, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Scores as the engine would keep them: log-odds at equal shares, brought to a tenth of programs.</summary>
    public Task Score(params (string Handle, double LogOdds, ScoreDoubt Doubt)[] scores) => Site.Write<BotsDb>(db =>
    {
        foreach (var (handle, logOdds, doubt) in scores)
        {
            var account = db.Accounts.Single(a => a.Handle == handle);
            var p = At(logOdds);
            var kind = doubt != ScoreDoubt.None ? AutomationClass.Undetermined : p > 0.5 ? AutomationClass.Bot : AutomationClass.Human;
            (account.Probability, account.Class, account.ScoredAt) = (p, kind, SiteUnderTest.Start);
            db.Add(new ScorePoint { AccountId = account.Id, At = SiteUnderTest.Start, Seq = 1, Posts = 1, LogOdds = logOdds, Probability = p, Low = At(logOdds - 0.3), High = At(logOdds + 0.3), Class = kind, Doubt = doubt, Model = "essai" });
        }
    });

    static double At(double logOdds) => 1 / (1 + Math.Exp(-(logOdds + Math.Log(0.1 / 0.9))));

    public static IncomingPost Wrote(string id, string by, double hours, string? text, string? repostOf = null, string? quoteOf = null, string? replyTo = null, string? language = "fr", PostCounts? counts = null, string[]? links = null, string[]? media = null, Network network = Network.Bluesky) => new()
    {
        Network = network,
        Post = new()
        {
            Id = id, AccountId = "did:" + by, CreatedAt = Day.AddHours(hours), Text = text, Language = language, RepostOf = repostOf, QuoteOf = quoteOf, ReplyTo = replyTo, Urls = links ?? [], MediaHashes = media ?? [],
        },
        Author = new() { Network = network, Id = "did:" + by, Handle = by, Followers = 100 + by.Length, CreatedAt = new DateTimeOffset(2020, 3, 1, 12, 0, 0, TimeSpan.Zero) },
        Counts = counts ?? new(),
    };
}

/// <summary>Only its identifier is needed here.</summary>
sealed record WorldOrganisationName(Guid Id)
{
    public static readonly WorldOrganisationName Observatory = new(ChatWorld.Observatory.Id);
    public static readonly WorldOrganisationName Ministry = new(ChatWorld.Ministry.Id);
}

/// <summary>RFC 4180, read by its letter: anything else is an error.</summary>
static class Rfc4180
{
    public static List<List<string>> Read(string text)
    {
        var (rows, row, cell, at) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), 0);
        text = text.TrimStart('\uFEFF');
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                for (at++; ; at++)
                {
                    if (text[at] != '"')
                    {
                        cell.Append(text[at]);
                    }
                    else if (at + 1 < text.Length && text[at + 1] == '"')
                    {
                        cell.Append('"');
                        at++;
                    }
                    else
                    {
                        at++;
                        break;
                    }
                }
            }
            else
            {
                while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                {
                    Assert.NotEqual('"', text[at]);
                    cell.Append(text[at++]);
                }
            }

            row.Add(cell.ToString());
            cell.Clear();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }

        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        return rows;
    }

    /// <summary>A table of a narrative as its file gives it, without its titles.</summary>
    public static async Task<List<List<string>>> Table(this Beffroi.Testing.Visitor visitor, string key, string query)
    {
        var response = await visitor.Http.GetAsync(new Uri($"/robots/recits/tableau/{key}.csv{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        return [.. Read(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Skip(1)];
    }
}
