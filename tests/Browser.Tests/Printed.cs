using System.Text;
using Microsoft.Playwright;

namespace Beffroi.Browser.Tests;

/// <summary>A page as it comes out on paper.</summary>
static class Printed
{
    const int Tries = 3;

    /// <summary>The bytes of a PDF, one character each. Chromium does not print while a page makes room for the next; it is then asked again.</summary>
    public static async Task<string> OnA4(IPage page)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4", PrintBackground = true }));
            }
            catch (PlaywrightException e) when (left > 1 && e.Message.Contains("Printing failed", StringComparison.Ordinal))
            {
            }
        }
    }
}
