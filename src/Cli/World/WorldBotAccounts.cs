using System.Globalization;
using System.Text.Json;
using Beffroi.Bots;
using Beffroi.Detection;

namespace Beffroi.Cli.World;

/// <summary>Sixty invented accounts: the first ones publish together, the others each for themselves.</summary>
static class WorldBotAccounts
{
    public const int Together = 24;
    public const int All = 60;

    public static Account Profile(int n, DateTimeOffset now) => n < Together ? Made(n, now) : Grown(n, now);

    /// <summary>With the identifier that tests call it by; its posts come after.</summary>
    public static WatchedAccount Row(Account profile, int n) => new()
    {
        Id = WorldBots.Account(n), Network = profile.Network, NativeId = profile.Id, Handle = profile.Handle, Profile = JsonSerializer.Serialize(profile), ProfileAt = profile.ObservedAt,
        FirstSeenAt = profile.ObservedAt!.Value.AddDays(-6), LastSeenAt = profile.ObservedAt.Value, Matched = true,
    };

    // Opened within three days, a name and figures, few followers, many posts for their age.
    static Account Made(int n, DateTimeOffset now) => new()
    {
        Network = Network.Twitter, Id = Number(7_001_000 + n), Handle = $"maree_info{Number(40_213 + (n * 977))}", DisplayName = $"Marée Info {Number(n + 1)}",
        CreatedAt = now.AddDays(-31).AddHours(3 * n), ObservedAt = now, Posts = 900 + (61 * n), Followers = n % 7, Following = 310 + (5 * n), Favourites = 2, Listed = 0,
        Verified = false, DefaultProfile = true, DefaultImage = n % 3 != 0, BackgroundImage = true, Protected = false, GeoEnabled = false, Description = n % 4 == 0 ? "La vérité sur le port." : "",
    };

    static Account Grown(int n, DateTimeOffset now)
    {
        var (handle, name, description) = WorldBotTexts.People[n - Together];
        var network = n % 3 == 0 ? Network.Bluesky : n % 11 == 0 ? Network.Mastodon : Network.Twitter;
        return new()
        {
            Network = network, Id = network switch { Network.Bluesky => $"did:plc:monde{Number(n)}", Network.Mastodon => $"https://mastodon.example/users/{handle}", Network.Twitter or Network.Other => Number(11_000 + (n * 37)) },
            Handle = network switch { Network.Bluesky => handle.Replace('_', '-').Replace('.', '-') + ".beffroi.example", Network.Mastodon => handle + "@mastodon.example", Network.Twitter or Network.Other => handle },
            DisplayName = name, Description = description, CreatedAt = now.AddDays(-900 - (53 * n)), ObservedAt = now, Posts = 700 + (113 * n), Followers = 90 + (17 * n * (n % 5)), Following = 120 + (9 * n), Favourites = network == Network.Twitter ? 1500 + (41 * n) : null,
            Listed = network == Network.Twitter ? n % 9 : null, Verified = network == Network.Twitter ? false : null, DefaultProfile = network == Network.Twitter ? false : null, DefaultImage = false, Protected = false,
            DeclaredBot = description.StartsWith("Robot", StringComparison.Ordinal) || description.StartsWith("Automated", StringComparison.Ordinal) ? true : null,
        };
    }

    static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
