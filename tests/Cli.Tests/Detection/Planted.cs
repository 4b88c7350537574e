using System.Globalization;
using System.Text;

namespace Beffroi.Cli.Tests.Detection;

/// <summary>
/// A seeded crowd of which everything is known because everything is invented: people who sleep, work and chat, and programs of four kinds planted
/// among them. As CSV, accounts and posts.
/// </summary>
sealed class Planted
{
    static readonly string[] Words = ["soleil", "ville", "train", "café", "match", "livre", "ami", "pluie", "rue", "film", "jardin", "musique", "travail", "route", "soir", "matin", "marché", "école", "voisin", "mer", "pain", "vélo", "photo", "chien"];
    static readonly string[] Names = ["marie", "lou", "jean", "camille", "sarah", "thomas", "anne", "paul", "nora", "hugo", "lea", "omar", "ines", "luc", "eva", "malo"];
    static readonly DateTime Observed = new(2024, 4, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly Random _chance;
    readonly StringBuilder _accounts = new("dataset,subset,id,screen_name,name,created_at,probe_at,statuses_count,followers_count,friends_count,favourites_count,listed_count,verified,default_profile,default_profile_image,lang,description,label\n");
    readonly StringBuilder _posts = new("id,author_id,created_at,text\n");
    int _post;

    public Planted(string set, int seed, int people, int bots, bool withPosts = true)
    {
        _chance = new(seed);
        for (var i = 0; i < people + bots; i++)
        {
            var id = $"{set}-{i}";
            var kind = i < people ? "person" : (i % 4) switch { 0 => "feed", 1 => "amplifier", 2 => "spammer", _ => "persona" };
            Account(set, id, kind);
            if (withPosts)
            {
                Posts(id, kind);
            }
        }
    }

    public string Accounts => _accounts.ToString();

    public string PostsCsv => _posts.ToString();

    void Account(string set, string id, string kind)
    {
        var name = Names[_chance.Next(Names.Length)];
        var age = kind is "person" ? 200 + _chance.Next(3_000) : 60 + _chance.Next(1_500);
        var posts = Skewed(kind is "feed" ? 20_000 : kind is "amplifier" ? 8_000 : kind is "person" ? 1_500 : 400);
        var followers = Skewed(kind is "person" ? 250 : kind is "feed" ? 150 : 30);
        var following = Skewed(kind is "person" ? 300 : kind is "feed" ? 5 : 900);
        var likes = kind is "person" ? Skewed(2_000) : kind is "amplifier" ? Skewed(3_000) : Skewed(8);
        var listed = kind is "person" ? Skewed(6) : Skewed(1);
        // Nobody is in two sets: the name of an account starts as that of its set.
        var handle = set[..1] + (kind is "feed" ? $"{name}_bot" : kind is "spammer" ? $"{name}{_chance.Next(10_000_000, 99_999_999)}" : name + (_chance.Next(2) == 0 ? "" : _chance.Next(10, 99).ToString(CultureInfo.InvariantCulture)));
        var description = kind is "feed" ? "Un robot qui publie toutes les heures" : kind is "spammer" ? "" : Sentence(4 + _chance.Next(8));
        var verified = kind is "person" && _chance.Next(20) == 0 ? 1 : 0;
        _accounts.Append(CultureInfo.InvariantCulture, $"{set},{kind},{id},{handle},{name},{Observed.AddDays(-age):yyyy-MM-ddTHH:mm:ssZ},{Observed:yyyy-MM-ddTHH:mm:ssZ},{posts},{followers},{following},{likes},{listed},{verified},{(kind is "person" ? _chance.Next(3) / 2 : _chance.Next(3) / 1 > 0 ? 1 : 0)},0,fr,{description},{(kind is "person" ? "human" : "bot")}\n");
    }

    void Posts(string id, string kind)
    {
        var at = Observed.AddDays(-20).AddMinutes(_chance.Next(1_440));
        var wakes = 6 + _chance.Next(4);
        for (var i = 0; i < 25; i++)
        {
            at = kind switch
            {
                "feed" => at.AddMinutes(60),
                "amplifier" => at.AddSeconds(20 + _chance.Next(200)),
                "spammer" => at.AddMinutes(45 + _chance.Next(10)),
                "persona" => at.AddMinutes(100 + _chance.Next(400)),
                // People post in bursts, and sleep.
                _ => Awake(at.AddMinutes(_chance.Next(4) > 0 ? 2 + _chance.Next(40) : 400 + _chance.Next(2_000)), wakes),
            };
            var text = kind switch
            {
                "feed" => $"Il est {at:HH} h",
                "amplifier" => $"RT @{Names[_chance.Next(3)]}: {Sentence(9)} #{Words[_chance.Next(3)]}",
                "spammer" => $"Gagnez ! {Words[_chance.Next(2)]} https://t.co/{_chance.Next(9)}",
                "persona" => $"{Sentence(12)}. {Sentence(6)} ! #{Words[_chance.Next(Words.Length)]} #{Words[_chance.Next(Words.Length)]}",
                _ => _chance.Next(3) == 0 ? $"@{Names[_chance.Next(Names.Length)]} {Sentence(1 + _chance.Next(6))}" : Sentence(2 + _chance.Next(14)).ToLowerInvariant(),
            };
            _posts.Append(CultureInfo.InvariantCulture, $"p{_post++},{id},{at:yyyy-MM-ddTHH:mm:ssZ},{text}\n");
        }
    }

    static DateTime Awake(DateTime at, int wakes) => at.Hour < wakes ? at.Date.AddHours(wakes).AddMinutes(at.Minute) : at;

    string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_chance.Next(Words.Length)]));

    /// <summary>Around a middle, often less, sometimes much more.</summary>
    int Skewed(double middle) => (int)(middle * Math.Exp(1.1 * Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble())));
}
