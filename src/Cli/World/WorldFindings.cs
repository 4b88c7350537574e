using System.Text.Json;
using Beffroi.Bots;
using Beffroi.Bots.Answers;
using Beffroi.Cli.Detection;
using Beffroi.Cli.Detection.Accounts;
using Beffroi.Detection;
using Beffroi.Kit;
using ClusterMember = Beffroi.Bots.ClusterMember;

namespace Beffroi.Cli.World;

/// <summary>What the detector said of the invented posts, and what people said of it.</summary>
static class WorldFindings
{
    public static void Add(BotsDb db, List<(int Account, Post Post, string Tag)> told, IReadOnlyList<Account> profiles, WorldAnalysts people, DateTimeOffset now)
    {
        Score(db, told, profiles, now);
        Tie(db, told);
        // After all that it rests on: nobody finds what has not happened yet.
        var found = told.Where(p => p.Account < WorldBotAccounts.Together).Max(p => p.Post.CreatedAt).AddMinutes(1) is var last && last < now ? last : now;
        db.Add(new Cluster { Id = WorldBots.Cluster, WatchId = WorldBots.Watch, FoundAt = found, SeenAt = found, Size = WorldBotAccounts.Together, Score = 0.97, Evidence = "{}" });
        db.AddRange(Enumerable.Range(0, WorldBotAccounts.Together).Select(n => new ClusterMember { ClusterId = WorldBots.Cluster, AccountId = WorldBots.Account(n), Role = (n == 0 ? ClusterRole.FirstMover : ClusterRole.Member).ToString() }));
        db.AddRange(
            new Finding { Id = WorldBots.NewCluster, WatchId = WorldBots.Watch, Kind = FoundKind.NewCluster, Subject = $"cluster:{WorldBots.Cluster}", At = found, Reason = JsonSerializer.Serialize(new { size = WorldBotAccounts.Together }) },
            new Finding { Id = WorldBots.Burst, WatchId = WorldBots.Watch, Kind = FoundKind.Burst, Subject = "#portimaginaire", At = now.AddDays(-2), Reason = JsonSerializer.Serialize(new { posts = 42, expected = 3.1 }), ClosedAt = now.AddDays(-1), ClosedBy = people.Nadia });
        Review(db, people, now);
        Ask(db, profiles, people, now);
        db.AddRange(
            new ApiKey { Id = WorldBots.Key, OrganisationId = Organisations.Ministry.Id, Name = "Tableau de bord du port", Start = "bfr_0000", Hash = new('0', 64), DailyAccounts = 5000, CreatedAt = now.AddDays(-12), CreatedBy = people.Camille, ExpiresOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(180) },
            new ReuseDay { OrganisationId = Organisations.Ministry.Id, Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), KeyId = WorldBots.Key, Sector = Organisations.Ministry.Sector.ToString(), Questions = 14, Accounts = 640 },
            new ReuseDay { OrganisationId = Organisations.Observatory.Id, Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), Sector = Organisations.Observatory.Sector.ToString(), Questions = 12, Accounts = 12 });
    }

    /// <summary>A list with one account that is watched, and two that are not.</summary>
    static void Ask(BotsDb db, IReadOnlyList<Account> profiles, WorldAnalysts people, DateTimeOffset now)
    {
        List<AskedAccount> asked = [new() { Network = Network.Twitter, Name = profiles[WorldBots.Confirmed].Handle }, new() { Name = "personne_ici" }, new() { Name = "ni_la" }];
        db.Add(new ScoreBatch { Id = WorldBots.Batch, OrganisationId = Organisations.Ministry.Id, AskedBy = people.Nadia, Language = Lang.French, AskedAt = now.AddHours(-20), EndedAt = now.AddHours(-20), State = BatchState.Done, Total = asked.Count, Done = asked.Count, Question = string.Join('\n', asked.Select(a => a.ToLine())) });
        var score = ModelFile.Read(null).Score(profiles[WorldBots.Confirmed], null, Priors.Default);
        db.Add(new BatchPart
        {
            BatchId = WorldBots.Batch, First = 0,
            Lines = string.Concat(asked.Select((a, i) => new AskedAnswer
            {
                Id = i == 0 ? profiles[WorldBots.Confirmed].Id : null, Handle = a.Name, Network = a.Network, Found = i == 0, Watched = i == 0, Class = i == 0 ? score.Class : null, Probability = i == 0 ? score.Probability : null, Low = i == 0 ? score.Low : null, High = i == 0 ? score.High : null,
                Caution = ScoreExplanation.Caution(Tongue.French), Summary = i == 0 ? ScoreExplanation.Summary(score, Tongue.French) : "Aucun compte de ce nom parmi ceux que votre organisation observe. Cela ne dit rien de lui.",
            }.ToLine() + "\n")),
        });
    }

    // Two days ago on half of the posts, then today on all of them.
    static void Score(BotsDb db, List<(int Account, Post Post, string Tag)> told, IReadOnlyList<Account> profiles, DateTimeOffset now)
    {
        var model = ModelFile.Read(null);
        var rows = db.Posts.ToDictionary(p => (p.AccountId, p.NativeId), p => p.Seq);
        var accounts = db.Accounts.ToDictionary(a => a.Id);
        foreach (var posts in told.GroupBy(p => p.Account))
        {
            var (profile, account) = (profiles[posts.Key], accounts[WorldBots.Account(posts.Key)]);
            foreach (var at in new[] { now.AddDays(-2), now })
            {
                var seen = posts.Where(p => p.Post.CreatedAt <= at).ToList();
                if (seen.Count == 0)
                {
                    continue;
                }

                var score = model.Score(profile, seen.ConvertAll(p => p.Post), Priors.Default);
                db.Add(new ScorePoint { AccountId = account.Id, At = at, Seq = seen.Max(p => rows[(account.Id, p.Post.Id)]), Posts = seen.Count, LogOdds = score.LogOdds, Probability = score.Probability, Low = score.Low, High = score.High, Class = score.Class, Doubt = score.Doubt, Model = "demonstration" });
                (account.Probability, account.Class, account.ScoredAt) = (score.Probability, score.Class, at);
            }
        }
    }

    /// <summary>Pairs that shared the same link, or repeated the same post, within a minute and a half.</summary>
    static void Tie(BotsDb db, List<(int Account, Post Post, string Tag)> told)
    {
        var groups = told.Where(p => p.Account < WorldBotAccounts.Together)
            .SelectMany(p => new[] { (Trace: Trace.Url, Object: p.Post.Urls?[0]), (Trace: Trace.Repost, Object: p.Post.RepostOf) }.Where(o => o.Object is not null).Select(o => (o.Trace, o.Object, p.Account, p.Post.CreatedAt)))
            .GroupBy(p => (p.Trace, p.Object));
        var pairs = from shared in groups
                    from one in shared
                    from other in shared
                    where one.Account < other.Account
                    group (one, other) by (shared.Key.Trace, First: one.Account, Second: other.Account);
        db.AddRange(pairs.Select(p => new AccountTie
        {
            WatchId = WorldBots.Watch, Trace = p.Key.Trace, FirstId = WorldBots.Account(p.Key.First), SecondId = WorldBots.Account(p.Key.Second), Objects = p.Count(), Pairs = p.Count(),
            FirstAt = p.Min(s => s.one.CreatedAt), LastAt = p.Max(s => s.other.CreatedAt),
        }));
    }

    static void Review(BotsDb db, WorldAnalysts people, DateTimeOffset now)
    {
        var (ministry, observatory) = (Organisations.Ministry.Id, Organisations.Observatory.Id);
        db.AddRange(
            Label(WorldBots.Confirmed, ministry, people.Nadia, ReviewLabel.Automated, "Publie le même lien que vingt autres, à la même seconde, jour et nuit.", 30),
            Label(WorldBots.Confirmed, observatory, people.Hugo, ReviewLabel.Automated, "Aucune réponse à personne, même programme que les autres.", 20),
            Label(WorldBots.Disputed, ministry, people.Nadia, ReviewLabel.Automated, "Même rythme que le groupe.", 28),
            Label(WorldBots.Disputed, observatory, people.Hugo, ReviewLabel.Human, "Deux messages semblent écrits à la main.", 19),
            Label(WorldBots.HalfReviewed, ministry, people.Nadia, ReviewLabel.Automated, "Nom et image par défaut, même texte.", 27),
            new Contest
            {
                Id = WorldBots.Contest, AccountId = WorldBots.Account(WorldBots.Contested), Network = nameof(Network.Bluesky), Handle = "meteo-du-port.beffroi.example", Contact = "bonjour@meteo-du-port.example", ReceivedAt = now.AddHours(-9),
                Text = "Mon compte est bien un robot, mais il le dit et ne publie que la météo. Pourquoi figure-t-il dans votre étude ?",
            });

        AccountReview Label(int account, Guid organisation, Guid analyst, ReviewLabel label, string why, int hoursAgo) => new()
        {
            Id = Guid.CreateVersion7(now.AddHours(-hoursAgo)), AccountId = WorldBots.Account(account), OrganisationId = organisation, AnalystId = analyst, Label = label, Why = why, At = now.AddHours(-hoursAgo),
        };
    }
}
