namespace Beffroi.Phone;

/// <summary>The pages between the code on the paper and the games.</summary>
static class Welcome
{
    public const int Questions = 8;

    /// <param name="each">How long the person looks at each question.</param>
    public static async Task PassTo(IPage page, string code, TimeSpan each)
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

    public static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).TapAsync();
}
