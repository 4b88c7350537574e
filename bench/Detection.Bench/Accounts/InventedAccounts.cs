using System.Globalization;
using System.Text;

namespace Beffroi.Detection.Bench;

/// <summary>Invented accounts as Twitter v1.1 objects of about 1.7 KB, one a line: the same for the same seed.</summary>
static class InventedAccounts
{
    static readonly string[] Words = ["lumière", "marché", "vélo", "rivière", "concert", "jardin", "histoire", "cuisine", "atelier", "randonnée", "quartier", "musique", "lecture", "voyage", "photo", "soleil"];

    public static byte[] Lines(int count, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(count * 1750);
        for (var i = 0; i < count; i++)
        {
            Append(text, random, i);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static void Append(StringBuilder text, Random random, int i)
    {
        var id = 1_000_000_000_000_000_000L + random.NextInt64(500_000_000_000_000_000L);
        var created = new DateTimeOffset(2009, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(400_000_000));
        var (posts, followers, friends) = ((long)Math.Pow(10, random.NextDouble() * 5), (long)Math.Pow(10, random.NextDouble() * 4), (long)Math.Pow(10, random.NextDouble() * 3.5));
        var hex = Convert.ToHexString(BitConverter.GetBytes(random.NextInt64()));
        text.Append(CultureInfo.InvariantCulture, $$$"""
            {"id":{{{id}}},"id_str":"{{{id}}}","name":"{{{Word(random)}}} {{{Word(random)}}}","screen_name":"{{{Word(random)}}}_{{{i}}}","location":"{{{Word(random)}}}","url":"https:\/\/t.co\/{{{hex[..10]}}}","description":"{{{string.Join(' ', Enumerable.Range(0, 14).Select(_ => Word(random)))}}}","translator_type":"none","protected":false,"verified":{{{(random.Next(50) == 0 ? "true" : "false")}}},"followers_count":{{{followers}}},"friends_count":{{{friends}}},"listed_count":{{{followers / 50}}},"favourites_count":{{{posts / 2}}},"statuses_count":{{{posts}}},"created_at":"{{{created.ToString("ddd MMM dd HH:mm:ss +0000 yyyy", CultureInfo.InvariantCulture)}}}","utc_offset":null,"time_zone":null,"geo_enabled":true,"lang":"fr","contributors_enabled":false,"is_translator":false,"profile_background_color":"C0DEED","profile_background_image_url":"http:\/\/abs.twimg.com\/images\/themes\/theme1\/bg.png","profile_background_image_url_https":"https:\/\/abs.twimg.com\/images\/themes\/theme1\/bg.png","profile_background_tile":false,"profile_link_color":"1DA1F2","profile_sidebar_border_color":"C0DEED","profile_sidebar_fill_color":"DDEEF6","profile_text_color":"333333","profile_use_background_image":true,"profile_image_url":"http:\/\/pbs.twimg.com\/profile_images\/{{{id}}}\/{{{hex}}}_normal.jpg","profile_image_url_https":"https:\/\/pbs.twimg.com\/profile_images\/{{{id}}}\/{{{hex}}}_normal.jpg","profile_banner_url":"https:\/\/pbs.twimg.com\/profile_banners\/{{{id}}}\/1500000000","default_profile":{{{(random.Next(2) == 0 ? "true" : "false")}}},"default_profile_image":false,"following":null,"follow_request_sent":null,"notifications":null,"entities":{"url":{"urls":[{"url":"https:\/\/t.co\/{{{hex[..10]}}}","expanded_url":"https:\/\/exemple.fr\/{{{hex}}}","display_url":"exemple.fr\/{{{hex}}}","indices":[0,23]}]},"description":{"urls":[]}},"probe_at":"2026-01-01T00:00:00Z"}

            """);
    }

    static string Word(Random random) => Words[random.Next(Words.Length)];
}
