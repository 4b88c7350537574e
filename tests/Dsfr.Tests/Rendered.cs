using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Dsfr.Tests;

/// <summary>What a component renders.</summary>
internal static class Rendered
{
    public static async Task<IElement> Element<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var body = new HtmlParser().ParseDocument("<body>" + await Html<T>(parameters) + "</body>").Body!;
        return body.Children.Single();
    }

    public static async Task<string> Html<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(view)).ToHtmlString());
    }

    public static RenderFragment Markup(string html) => builder => builder.AddMarkupContent(0, html);

    /// <summary>The component has the shape of the example, but for the differences, each of which must still be one.</summary>
    public static void HasShapeOf(this IElement ours, IElement example, params Difference[] differences)
    {
        var expected = Shape.Of(example);
        foreach (var difference in differences)
        {
            expected = difference.ApplyTo(expected);
        }

        Assert.Equal(expected, Shape.Of(ours), ignoreLineEndingDifferences: true);
    }
}
