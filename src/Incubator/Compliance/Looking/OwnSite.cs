using System.IO.Compression;
using System.Text;

namespace Beffroi.Incubator.Compliance;

/// <summary>The running site, asked as a stranger without an account would ask it.</summary>
/// <param name="http">Leads to this site and to no other; follows no redirection and keeps no cookie.</param>
public sealed class OwnSite(HttpClient http) : IDisposable
{
    /// <summary>Says that it is a program: pages that count people, or keep a number for them, do neither.</summary>
    const string Agent = "beffroi-crawler";

    public async Task<Answer> Ask(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.UserAgent.ParseAdd(Agent);
        request.Headers.AcceptEncoding.ParseAdd("br");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await http.SendAsync(request, ct);
        var sent = await response.Content.ReadAsByteArrayAsync(ct);
        return new()
        {
            Path = path, Status = (int)response.StatusCode, Weight = sent.Length,
            Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join('\n', h.Value), StringComparer.Ordinal),
            Body = await Read(sent, response.Content.Headers.ContentEncoding.LastOrDefault(), ct),
        };
    }

    public void Dispose() => http.Dispose();

    static async Task<string> Read(byte[] sent, string? encoding, CancellationToken ct)
    {
        using var bytes = new MemoryStream(sent);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }
}
