using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Beffroi.Eva.Contracts;

namespace Beffroi.Testing;

/// <summary>A person who plays: enters by the pages, then talks to the server as the games do.</summary>
public sealed class Participant
{
    Participant(Visitor visitor) => Visitor = visitor;

    public Visitor Visitor { get; }

    /// <summary>Enters a campaign with its code, on a device of their own.</summary>
    public static async Task<Participant> Enter(SiteUnderTest site, string code, string name = "Awa", string? language = null)
    {
        if (language is null)
        {
            return await Enter(site.Visit(), code, name);
        }

        var reader = await site.Visit().Open($"/eva/{code}?langue={language}");
        await reader.Post($"/eva/{code}", ("Name", name), ("Consent", "true"), ("Langue", language));
        return new(reader);
    }

    /// <summary>The same, from a browser that is open already.</summary>
    public static async Task<Participant> Enter(Visitor visitor, string code, string name)
    {
        await visitor.Open("/eva");
        await visitor.Press("Continuer", ("Code", code));
        await visitor.Press("Commencer", ("Name", name), ("Consent", "true"));
        return visitor.Address.StartsWith("/eva/bienvenue", StringComparison.Ordinal) ? new(visitor) : throw new InvalidOperationException($"{name} could not enter: {visitor.Status} {visitor.Text}");
    }

    /// <summary>Begins alone, without a code: « Court » or « Complet » by its technical name.</summary>
    public static async Task<Participant> Alone(SiteUnderTest site, string parcours = "competences_de_base")
    {
        var visitor = site.Visit();
        await visitor.Open("/");
        await visitor.Follow("Jouer seul, sans code");
        await visitor.Press("Commencer", ("Parcours", parcours), ("Consent", "true"));
        return visitor.Address.StartsWith("/eva/bienvenue", StringComparison.Ordinal) ? new(visitor) : throw new InvalidOperationException($"Nobody could begin alone: {visitor.Status} {visitor.Text}");
    }

    /// <summary>The same, once everything is played, before the sheet.</summary>
    public static async Task<Participant> AloneAtTheEnd(SiteUnderTest site, string parcours = "competences_de_base", Func<string, bool>? right = null)
    {
        var participant = await Alone(site, parcours);
        await participant.AnswerQuestionnaire();
        await participant.PlayAll(right ?? (_ => true));
        await participant.Visitor.Open("/eva/suite");
        return participant;
    }

    /// <summary>Comes back with a personal code, on another device.</summary>
    public static async Task<Participant> ComeBack(SiteUnderTest site, string personalCode)
    {
        var visitor = site.Visit();
        await visitor.Open("/eva/reprendre");
        await visitor.Press("Continuer", ("Code", personalCode));
        return new(visitor);
    }

    /// <summary>Answers the questions named, leaves the others unsaid, and reads the personal code.</summary>
    public async Task<string> AnswerQuestionnaire(params (string Question, string Answer)[] answers)
    {
        await Visitor.Open("/eva/bienvenue");
        while (Visitor.Address.StartsWith("/eva/bienvenue/", StringComparison.Ordinal))
        {
            var question = Visitor.Address["/eva/bienvenue/".Length..];
            var answer = answers.Where(a => string.Equals(a.Question, question, StringComparison.Ordinal)).Select(a => a.Answer).FirstOrDefault();
            await (answer is null ? Visitor.Press("Je préfère ne pas dire") : Visitor.Press("Continuer", ("Answer", answer)));
        }

        return Visitor.Page.QuerySelector(".personal-code")!.TextContent.Trim();
    }

    public async Task<Journey> Journey() => await Get("/api/eva/evaluations/moi", EvaJson.Default.Journey);

    public async Task<Play> Start(string situation) =>
        await Read(await StartRaw((await Journey()).EvaluationId, situation), EvaJson.Default.Play);

    public Task<HttpResponseMessage> StartRaw(Guid evaluation, string situation) => Post($"/api/eva/evaluations/{evaluation}/parties/{situation}", "");

    public async Task<EventReceipt> Send(IEnumerable<GameEvent> events) =>
        await Read(await SendRaw((await Journey()).EvaluationId, JsonSerializer.Serialize(new EventBatch([.. events]), EvaJson.Default.EventBatch)), EvaJson.Default.EventReceipt);

    public Task<HttpResponseMessage> SendRaw(Guid evaluation, string json) => SendRaw(evaluation, Encoding.UTF8.GetBytes(json));

    public Task<HttpResponseMessage> SendRaw(Guid evaluation, byte[] json) => Post($"/api/eva/evaluations/{evaluation}/collections_evenements", json);

    /// <summary>Plays the two situations whole; <paramref name="right"/> says by item or word which answers are.</summary>
    public async Task PlayAll(Func<string, bool> right, double seconds = 8, double wordSeconds = 1.2)
    {
        foreach (var step in (await Journey()).Steps.Where(s => !s.Done))
        {
            var play = await Start(step.Situation);
            await Send(Story.Whole(play, right, play.Items.Count > 0 ? seconds : wordSeconds).Events);
        }
    }

    Task<HttpResponseMessage> Post(string url, string body) => Post(url, Encoding.UTF8.GetBytes(body));

    async Task<HttpResponseMessage> Post(string url, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Eva", "1");
        return await Visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    async Task<T> Get<T>(string url, JsonTypeInfo<T> type) =>
        await Read(await Visitor.Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken), type);

    static async Task<T> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> type)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode ? JsonSerializer.Deserialize(text, type)! : throw new InvalidOperationException($"{(int)response.StatusCode} {text}");
    }
}
