using System.IO.Compression;
using System.Net;
using System.Text;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>Somebody signed in who asks for what is not theirs: with the antiforgery token of a page of their own, following no redirection.</summary>
sealed class Intruder
{
    readonly Visitor _visitor;
    readonly string _token;

    Intruder(Visitor visitor) => (_visitor, _token) = (visitor, visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    public static async Task<Intruder> SignIn(SiteUnderTest site, string person) => new(await (await site.SignIn(person)).Open("/compte"));

    /// <summary>Nobody signed in.</summary>
    public static async Task<Intruder> Stranger(SiteUnderTest site) => new(await site.Visit().Open("/connexion"));

    /// <summary>The answer, and all that can be read of it: a packed file is unpacked.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Ask(string method, string address, params (string Field, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
        if (method == "POST" && address.StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            request.Headers.Add("X-Eva", "1");
        }
        else if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Field, f.Value)), KeyValuePair.Create("__RequestVerificationToken", _token)]);
        }

        using var answer = await _visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, (body is [(byte)'P', (byte)'K', ..] ? Unpacked(body) : Encoding.UTF8.GetString(body)) + answer.Headers.Location);
    }

    static string Unpacked(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return text.ReadToEnd();
        }));
    }
}
