using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva;

/// <summary>What the pages of the orientation add to the head: their layout, on screen and on paper, and the button that prints.</summary>
public sealed class OrientationHead : ComponentBase
{
    public static readonly RenderFragment Content = builder =>
    {
        builder.OpenComponent<OrientationHead>(0);
        builder.CloseComponent();
    };

    [Inject] public required AssetPaths Files { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var sheet in new[] { "_content/Eva/eva.css", "_content/Eva/orientation.css" })
        {
            builder.OpenElement(0, "link");
            builder.AddAttribute(1, "rel", "stylesheet");
            builder.AddAttribute(2, "href", Files[sheet]);
            builder.CloseElement();
        }

        builder.OpenElement(3, "script");
        builder.AddAttribute(4, "type", "module");
        builder.AddAttribute(5, "src", Files["_content/Kit/print.js"]);
        builder.CloseElement();
    }
}
