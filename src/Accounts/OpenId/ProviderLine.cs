using System.Net.Http.Headers;

namespace Beffroi.Accounts.OpenId;

/// <summary>How the server itself speaks to a provider: ten seconds, 64 kibibytes, no redirection.</summary>
sealed class ProviderLine(IHttpClientFactory http)
{
    public const string Client = "openid";
    public const int MostBytes = 64 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<string> Get(string url, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return (await Send(request, ct)).Body;
    }

    /// <summary>The code against the tokens; the secret goes in the form, which both providers ask for.</summary>
    public async Task<string> Post(string url, IReadOnlyDictionary<string, string> form, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        return (await Send(request, ct)).Body;
    }

    /// <summary>With its type: an answer that is not signed is none.</summary>
    public async Task<(string Body, string? Type)> GetWith(string url, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Send(request, ct);
    }

    async Task<(string Body, string? Type)> Send(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(Client);
            using var answer = await client.SendAsync(request, ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ProviderTroubleException($"{request.RequestUri!.AbsolutePath} answers {(int)answer.StatusCode}.");
            }

            return (await answer.Content.ReadAsStringAsync(ct), answer.Content.Headers.ContentType?.MediaType);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ProviderTroubleException($"{request.RequestUri!.AbsolutePath} does not answer.", problem);
        }
    }
}
