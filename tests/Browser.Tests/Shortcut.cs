using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Beffroi.Eva.Contracts;

namespace Beffroi.Browser.Tests;

/// <summary>Ways past what is not the point: what a person would say or play is told in her place.</summary>
static class Shortcut
{
    public const int Questions = 8;

    /// <summary>From the page of the code to the door of the games.</summary>
    /// <param name="each">How long the person looks at each question.</param>
    public static async Task ToTheDoor(IPage page, string code, TimeSpan each)
    {
        await page.GetByLabel("Votre code").FillAsync(code);
        await Press(page, "Continuer");
        await page.GetByLabel("Votre prénom").FillAsync("Nour");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Oui, je veux jouer" }).CheckAsync(new() { Force = true });
        await Press(page, "Commencer");
        for (var number = 1; number <= Questions; number++)
        {
            await page.GetByText($"Question {number} sur {Questions}").WaitForAsync();
            await Task.Delay(each);
            await Press(page, "Je préfère ne pas dire");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer" }).WaitForAsync();
    }

    public static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Plays a situation, or the rest of it, from within the browser's own session and without its screens; gives why lines were refused.</summary>
    public static async Task<IReadOnlyList<RefusedEvent>> Finish(IAPIRequestContext api, string address, string situation)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Eva"] = "1", ["Content-Type"] = "application/json" };
        var journey = Read(await (await api.GetAsync($"{address}/api/eva/evaluations/moi")).TextAsync(), EvaJson.Default.Journey);
        var at = $"{address}/api/eva/evaluations/{journey.EvaluationId}";
        var play = Read(await (await api.PostAsync($"{at}/parties/{situation}", new() { Headers = headers })).TextAsync(), EvaJson.Default.Play);
        var batch = JsonSerializer.Serialize(new EventBatch(Testing.Story.Whole(play, _ => true, situation == "maintenance" ? 1.3 : 9).Events), EvaJson.Default.EventBatch);
        var answer = await api.PostAsync($"{at}/collections_evenements", new() { Headers = headers, Data = batch });
        return Read(await answer.TextAsync(), EvaJson.Default.EventReceipt).Refused;
    }

    static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;
}
