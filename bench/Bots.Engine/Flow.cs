using System.Globalization;
using Beffroi.Detection;

namespace Beffroi.Bots.EngineBench;

/// <summary>Invented posts, as a lively subject gives them: few accounts post a lot, four in ten are reposts of a few, some links and hashtags run. All hold the hashtag that is watched.</summary>
sealed class Flow(int seed, int accounts, double rate)
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    const int Reposted = 20_000;

    readonly Random _chance = new(seed);
    readonly List<string> _written = [];

    /// <summary>The post of a place: its time follows the rate.</summary>
    public Post Post(long number)
    {
        var (account, kind, subject) = (Few(accounts), _chance.Next(10), Few(2000));
        var isRepost = kind < 4 && _written.Count > 0;
        if (!isRepost && _written.Count < Reposted)
        {
            _written.Add($"at://did:example:{account}/app.bsky.feed.post/{number}");
        }

        return new()
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            AccountId = account.ToString(CultureInfo.InvariantCulture),
            CreatedAt = Start.AddSeconds(number / rate),
            Text = isRepost ? null : $"Voici ce que je pense du sujet {subject} ce matin, et je le dis {(_chance.Next(4) == 0 ? "comme tous" : number)} #mesure #sujet{subject} {(kind is 6 or 7 ? $"https://journal{subject % 97}.example/article/{Few(5000)}?utm_source=appli" : "")}",
            Language = "fr",
            RepostOf = isRepost ? _written[Few(_written.Count)] : null,
            ReplyTo = kind == 5 ? $"r{Few(Reposted)}" : null,
        };
    }

    // One of many, the first ones far more often (the share of each falls as its rank).
    int Few(int many) => Math.Min(many - 1, (int)(Math.Pow(many, _chance.NextDouble()) - 1));
}
