using System.Globalization;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;

namespace Beffroi.Bots.EngineBench;

/// <summary>Invented posts, as a lively subject gives them: few accounts post a lot, a third of the posts are reposts of a few, some links and hashtags run.</summary>
sealed class Flow(int seed, int accounts, double rate)
{
    static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    readonly Random _chance = new(seed);

    /// <summary>The post of a place: its time follows the rate.</summary>
    public IncomingPost Post(long number)
    {
        var account = Few(accounts);
        var kind = _chance.Next(10);
        var subject = Few(2000);
        return new()
        {
            Network = Network.Twitter,
            Author = Profile(account),
            Counts = new(Likes: 0, Reposts: 0, Quotes: 0, Replies: 0),
            Post = new()
            {
                Id = number.ToString(CultureInfo.InvariantCulture),
                AccountId = account.ToString(CultureInfo.InvariantCulture),
                CreatedAt = Start.AddSeconds(number / rate),
                Text = kind < 4 ? null : $"Voici ce que je pense du sujet {subject} ce matin, et je le dis {(_chance.Next(4) == 0 ? "comme tous" : number)} #sujet{subject} #ville{subject % 40}",
                Language = "fr",
                RepostOf = kind < 4 ? $"r{Few(20_000)}" : null,
                ReplyTo = kind == 4 ? $"r{Few(20_000)}" : null,
                QuoteOf = kind == 5 ? $"r{Few(20_000)}" : null,
                Source = "Application inventée",
                Urls = kind is 6 or 7 ? [$"https://journal{subject % 97}.example/article/{Few(5000)}?utm_source=appli"] : [],
            },
        };
    }

    // One of many, the first ones far more often (the share of each falls as its rank).
    int Few(int many) => (int)(Math.Pow(many, _chance.NextDouble()) - 1);

    static Account Profile(int number) => new()
    {
        Network = Network.Twitter,
        Id = number.ToString(CultureInfo.InvariantCulture),
        Handle = $"compte_{number}",
        DisplayName = $"Compte {number}",
        CreatedAt = Start.AddDays(-30 - (number % 3000)),
        ObservedAt = Start,
        Posts = 100 + (number % 9000),
        Followers = number % 5000,
        Following = number % 3000,
        Description = "Compte inventé pour une mesure.",
        Protected = false,
    };
}
