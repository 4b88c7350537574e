using System.Net;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Eva.Paper;

/// <summary>A page of the site as one document that stands alone: what its <c>main</c> holds, and its style sheets. No header, no account, no form, no script, no cookie.</summary>
public sealed class PaperDocument(IServiceProvider services, ILoggerFactory logs, IWebHostEnvironment environment)
{
    static readonly string[] Sheets = ["_content/Beffroi.Dsfr/dist/beffroi.css", "_content/Kit/site.css", "_content/Eva/eva.css", "_content/Eva/own-words.css"];

    // Whatever stands in the page, nothing runs and nothing is fetched.
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public async Task<string> Of<TView, TModel>(string title, TModel model)
        where TView : View<TModel>
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TView>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(View<TModel>.Model)] = model }))).ToHtmlString());
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\"><title>")
            .Append(WebUtility.HtmlEncode(title)).Append("</title><style>");
        foreach (var sheet in Sheets)
        {
            html.Append(Read(sheet)).Append('\n');
        }

        // Paper folds nothing: what is folded on the screen is open, its table beside each chart.
        return html.Append(".gauge-table { display: block !important; } summary { list-style: none; }</style></head><body>").Append(Main(page).Replace("<details", "<details open", StringComparison.Ordinal)).Append("</body></html>").ToString();
    }

    static string Main(string page)
    {
        var (start, end) = (page.IndexOf("<main", StringComparison.Ordinal), page.LastIndexOf("</main>", StringComparison.Ordinal));
        return start >= 0 && end > start ? page[start..(end + "</main>".Length)] : throw new InvalidOperationException("A page of the site has one main part.");
    }

    string Read(string sheet)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(sheet);
        if (!file.Exists)
        {
            return "";
        }

        using var reader = new StreamReader(file.CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
