using System.Globalization;
using Beffroi.Bots;
using Beffroi.Detection;

namespace Beffroi.Cli.World;

/// <summary>A week of invented posts: waves of the same words and link, reposts of one account, and people who talk.</summary>
static class WorldBotPosts
{
    const int Reposts = 8;
    const int Talks = 13;
    const string Link = "https://port-imaginaire.example/fermeture-";

    public static List<(int Account, Post Post, string Tag)> All(DateTimeOffset now, IReadOnlyList<Account> accounts)
    {
        var chance = new Random(20261123);
        var posts = new List<(int, Post, string)>();
        Waves(posts, now, accounts, chance);
        Repeats(posts, now, accounts, chance);
        Talk(posts, now, accounts, chance);
        return [.. posts.Where(p => p.Item2.CreatedAt < now).OrderBy(p => p.Item2.CreatedAt).ThenBy(p => p.Item2.Id, StringComparer.Ordinal)];
    }

    // From the third day on, one wave every fourteen hours or so; each member is there five times of six.
    static void Waves(List<(int, Post, string)> posts, DateTimeOffset now, IReadOnlyList<Account> accounts, Random chance)
    {
        for (var wave = 0; wave < WorldBotTexts.Waves.Count; wave++)
        {
            var at = now.AddDays(-4.5).AddHours(10 * wave).AddMinutes(chance.Next(60));
            var (language, text) = WorldBotTexts.Waves[wave];
            for (var n = 0; n < WorldBotAccounts.Together; n++)
            {
                if (n == 0 || chance.Next(6) > 0)
                {
                    posts.Add((n, Made(accounts[n], $"v{wave}", at.AddSeconds(n == 0 ? 0 : chance.Next(1, 50))) with { Text = wave % 3 == 2 ? $"{text} {(n % 2 == 0 ? "!" : "…")}" : text, Language = language, Urls = [Link + wave.ToString(CultureInfo.InvariantCulture)], Source = "Planificateur" }, "portimaginaire"));
                }
            }
        }
    }

    static void Repeats(List<(int, Post, string)> posts, DateTimeOffset now, IReadOnlyList<Account> accounts, Random chance)
    {
        for (var wave = 0; wave < Reposts; wave++)
        {
            var first = posts.First(p => p.Item1 == 0 && p.Item2.Id.EndsWith($"-v{wave}", StringComparison.Ordinal)).Item2;
            for (var n = 1; n < WorldBotAccounts.Together; n++)
            {
                if (chance.Next(4) > 0)
                {
                    posts.Add((n, Made(accounts[n], $"r{wave}", first.CreatedAt.AddMinutes(20).AddSeconds(chance.Next(90))) with { Text = first.Text, Language = first.Language, RepostOf = first.Id, Source = "Planificateur" }, "portimaginaire"));
                }
            }
        }
    }

    // At hours when people are awake; some answer, some quote, a few repeat the rumour late.
    static void Talk(List<(int, Post, string)> posts, DateTimeOffset now, IReadOnlyList<Account> accounts, Random chance)
    {
        var rumour = posts[0].Item2;
        for (var n = WorldBotAccounts.Together; n < accounts.Count; n++)
        {
            var english = WorldBotTexts.People[n - WorldBotAccounts.Together].Description.Any(char.IsUpper) && n >= 55;
            for (var talk = 0; talk < Talks; talk++)
            {
                var at = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-6 + chance.Next(7)).AddHours(6 + chance.Next(15)).AddSeconds(chance.Next(3600));
                var post = Made(accounts[n], $"p{talk}", at) with { Language = english ? "en" : "fr", Text = english ? Pick(WorldBotTexts.EnglishMiddles, chance) + ". " + talk.ToString(CultureInfo.InvariantCulture) : $"{Pick(WorldBotTexts.Openings, chance)} {Pick(WorldBotTexts.Middles, chance)}, {Pick(WorldBotTexts.Endings, chance)}" };
                posts.Add((n, (talk, n % 4) switch
                {
                    (3, 1) => post with { ReplyTo = rumour.Id },
                    (5, 2) => post with { QuoteOf = rumour.Id, Text = "Encore cette rumeur sur le port imaginaire." },
                    (7, 3) => post with { RepostOf = rumour.Id, Text = rumour.Text },
                    (9, 0) => post with { Urls = ["https://gazette-du-mole.example/port-ouvert"], Text = post.Text + " #portimaginaire" },
                    _ => post,
                }, talk == 9 && n % 4 == 0 ? "portimaginaire" : ""));
            }
        }
    }

    static Post Made(Account account, string suffix, DateTimeOffset at) => new()
    {
        Id = account.Network switch { Network.Bluesky => $"at://{account.Id}/app.bsky.feed.post/{suffix}", Network.Mastodon => $"{account.Id}/statuses/{suffix}", Network.Twitter or Network.Other => $"{account.Id}-{suffix}" },
        AccountId = account.Id, CreatedAt = at,
    };

    static string Pick(IReadOnlyList<string> texts, Random chance) => texts[chance.Next(texts.Count)];
}
